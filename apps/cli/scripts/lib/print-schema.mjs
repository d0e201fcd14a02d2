// The API's schema as text, from its compiled resolvers: no database, no listening server.
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { findResolvers } from './resolvers.mjs';

const HEADER = '# Written by `npm run schema` from the resolvers; a check compares them.\n\n';

export async function schemaText() {
  const { resolvers, scalars } = await findResolvers();
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: ['error'] });
  await app.init();
  try {
    const schema = await app.get(GraphQLSchemaFactory).create(resolvers, scalars);
    return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
}
