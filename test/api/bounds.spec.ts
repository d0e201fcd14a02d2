import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { InputError } from '@yibu/kernel';
import { requireBounds } from '@yibu/platform';
import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { operationsOf } from '../support/schema-walk.js';

jest.setTimeout(120_000);

let api: TestApp<INestApplication>;

beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

/** The value that puts `text` at one place of an argument, for each place that takes text or an id. */
function placesOf(name: string, type: GraphQLInputType, text: string, depth = 0): object[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return placesOf(name, bare.ofType, text, depth).map((value) => ({
      [name]: Object.values(value),
    }));
  }
  if (isInputObjectType(bare)) {
    return depth > 4
      ? []
      : Object.values(bare.getFields())
          .filter((field) => `${bare.name}.${field.name}` !== 'UploadPackInput.text')
          .flatMap((field) =>
            placesOf(field.name, field.type, text, depth + 1).map((value) => ({ [name]: value })),
          );
  }
  return ['String', 'ID'].includes(bare.name) ? [{ [name]: text }] : [];
}

function isRefused(args: Parameters<typeof requireBounds>[0], values: object): boolean {
  try {
    requireBounds(args, values as Record<string, unknown>);
    return false;
  } catch (error) {
    return error instanceof InputError;
  }
}

describe('what comes in over the wire', () => {
  it('has an end at every place that takes text: the file of a pack alone says its own', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const endless: string[] = [];
    let tried = 0;
    for (const { name, field } of operationsOf(schema)) {
      const given = field.args.flatMap((arg) => placesOf(arg.name, arg.type, 'x'.repeat(2001)));
      for (const values of given) {
        tried += 1;
        if (!isRefused(field.args, values)) {
          endless.push(`${name} ${JSON.stringify(values).slice(0, 80)}`);
        }
      }
    }
    expect(endless).toEqual([]);
    expect(tried).toBeGreaterThan(400);
  });

  it('is refused by its name before anybody looks for it, also without a session', async () => {
    const response = await request(api.app.getHttpServer())
      .post('/graphql')
      .send({
        query: 'query ($code: String!) { noticePage(code: $code) { number } }',
        variables: { code: 'a'.repeat(101) },
      });
    expect(response.body).toMatchObject({
      errors: [
        {
          extensions: {
            code: 'INPUT_INVALID',
            fields: [{ path: 'code', rule: 'maxLength', params: { max: 100 } }],
          },
        },
      ],
    });
  });
});
