import type { INestApplication } from '@nestjs/common';
import { AppealService, ClaimRoundService } from '@yibu/claim';
import { SheetService } from '@yibu/institution';
import { yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';
import request, { type Response } from 'supertest';

import { applied } from './award-rows.js';
import { Aim } from './aim.js';
import type { TestApp } from './app.js';
import { ClaimWorld } from './claim-world.js';
import { batched, inspected } from './cycle-life.js';
import { Estate } from './estate.js';
import { life } from './foreign.js';
import { ruled } from './policy-life.js';
import { person, workbook } from './roster-desk.js';
import { documentOf, Filler, type Operation } from './schema-walk.js';
import type { RoleCode } from './world.js';

export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

export const OPERATOR = ['OPERATOR_OWNER', 'CENTER_MANAGER', 'CLAIMS_OFFICER', 'NURSE'] as const;
export const BUREAU = ['BUREAU_REVIEWER', 'BUREAU_LEADER'] as const;

export const codeOf = (answer: Answer): string => answer.errors?.[0]?.extensions.code ?? 'answered';

/** The product as several tenants use it over the wire. */
export class Tenants {
  constructor(
    readonly api: TestApp<INestApplication>,
    private readonly operations: readonly Operation[],
  ) {}

  async send(cookie: string, query: string, variables: unknown): Promise<Response> {
    return await request(this.api.app.getHttpServer())
      .post('/graphql')
      .set('cookie', cookie)
      .send({ query, variables });
  }

  /** Signed in as one person with all these roles, the password given twice: nothing is refused for want of it. */
  async signIn(tenant: ClaimWorld, roles: readonly RoleCode[]): Promise<string> {
    const [first = 'NURSE', ...more] = roles;
    const user = await tenant.world.user(first);
    await this.api.dataSource.query(
      'INSERT INTO user_role (user_id, role_id) SELECT ?, id FROM role WHERE code IN (?)',
      [user.id, [...more, '']],
    );
    const { userName, password } = user;
    const response = await this.send(
      '',
      'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      { input: { userName, password } },
    );
    const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
    await this.send(
      cookie,
      'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }',
      { input: { password } },
    );
    return cookie;
  }

  async call(
    cookie: string,
    operation: Operation,
    aim: Aim,
    overrides: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> {
    await aim.load(operation);
    const variables = new Filler(aim.source, overrides).variables(operation);
    return (await this.send(cookie, documentOf(operation), variables)).body as Answer;
  }

  /** A center with a year behind it: claimed, decided, paid, and lived in by people who are marked. */
  async settle(mark: string): Promise<Estate> {
    const world = await ClaimWorld.create(this.api, { beds: 8, makesPackages: true });
    await this.api.database.run('UPDATE app_user SET display_name = ? WHERE organization_id = ?', [
      mark,
      world.world.operatorId,
    ]);
    await world.resident({ from: '2025-01-10', level: 4, name: `${mark}一` });
    await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: `${mark}二` });
    await world.nothingOnPaper('2025-01');
    const claim = await world.submitted('2025-04');
    await inspected(world, mark);
    const [first, second, third, fourth] = (await world.lines(claim.id)).filter(
      ({ status }) => status === 'PAYABLE',
    );
    await world.decided(claim.id, [
      { line: first?.id ?? '', verdict: 'RETURNED' },
      { line: second?.id ?? '', verdict: 'HELD' },
      { line: third?.id ?? '', verdict: 'HELD' },
      { line: fourth?.id ?? '', verdict: 'CUT', cutFen: 100 },
    ]);
    await this.api.app.get(AppealService).appeal(await world.as('officer'), {
      lineId: fourth?.id ?? '',
      reason: mark,
      idempotencyKey: newId(),
    });
    await world.paid(claim.id, 100);
    await batched(world, claim.id, mark);
    await ruled(world, mark);
    await applied(this.api, world, mark);
    const estate = await Estate.of(this.api, world);
    const problems = [
      ...(await this.uploads(estate, mark)),
      ...(await this.deeds(estate, mark, world)),
    ];
    await prepared(this.api, world);
    await sheetFiled(this.api, world);
    if (problems.length > 0) {
      throw new Error(problems.join('\n'));
    }
    return estate;
  }

  private async uploads(estate: Estate, mark: string): Promise<string[]> {
    const cookie = await this.signIn(estate.tenant, OPERATOR);
    const { centerId } = estate.tenant.world;
    const server = this.api.app.getHttpServer();
    const paper = async (entity: string, kind: string): Promise<Response> =>
      await request(server)
        .post(
          `/files?centerId=${centerId}&entity=${entity}&entityId=${(await estate.row(entity)).id}`,
        )
        .query({ kind })
        .set('cookie', cookie)
        .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'paper.pdf');
    const [file, scan] = [await paper('resident', 'OTHER'), await paper('claim', 'DECISION')];
    const list = await request(server)
      .post(`/files/roster?centerId=${centerId}&kind=ROSTER`)
      .set('cookie', cookie)
      .attach('file', await workbook([person(1), { ...person(2), 姓名: mark }]), 'list.xlsx');
    return [file, scan, list]
      .filter(({ status }) => status !== 201)
      .map((response) => `upload: ${JSON.stringify(response.body)}`);
  }

  private async deeds(estate: Estate, mark: string, world: ClaimWorld): Promise<string[]> {
    const cookie = await this.signIn(world, OPERATOR);
    const bureau = await this.signIn(world, BUREAU);
    const newcomer = await world.house.resident(mark);
    const reserved = { residentId: newcomer, bedId: world.house.bed(6), untilOn: null };
    const problems: string[] = [];
    for (const [who, name, overrides] of [
      ...life(mark).map(([deed, given]) => [cookie, deed, given] as const),
      [cookie, 'reserveBed', { ...reserved, fromOn: '2025-05-03' }] as const,
      [cookie, 'setBedKinds', { fromOn: '2025-05-03' }] as const,
      [bureau, 'setSinglePersonException', {}] as const,
      [bureau, 'setClaimStageRule', {}] as const,
      [
        bureau,
        'publishNotice',
        { fromOn: '2025-05-03', lastDay: '2025-05-09', contact: mark },
      ] as const,
      [bureau, 'enterObjection', { text: mark, rowSeq: 1, source: 'PHONE' }] as const,
    ]) {
      const made = await this.call(who, this.named(name), new Aim(estate, estate), overrides).catch(
        (error: unknown): Answer => ({
          errors: [{ message: String(error), extensions: { code: 'NOT_SENT' } }],
        }),
      );
      if (made.errors) {
        problems.push(`${name}: ${JSON.stringify(made.errors)}`);
      }
    }
    return problems;
  }

  private named(name: string): Operation {
    const found = this.operations.find((operation) => operation.name === name);
    if (!found) {
      throw new Error(`no operation ${name}`);
    }
    return found;
  }
}

/** The month of all centers by one deed, computed. */
async function prepared(api: TestApp<INestApplication>, world: ClaimWorld): Promise<void> {
  await api.app.get(ClaimRoundService).start(await world.as('officer'), {
    period: '2025-05',
    idempotencyKey: newId(),
  });
  await world.work();
}

/** The sheet of the house for a month that is over. */
async function sheetFiled(api: TestApp<INestApplication>, world: ClaimWorld): Promise<void> {
  const sheets = api.app.get(SheetService);
  const at = { centerId: world.world.centerId, month: yearMonth('2025-01') };
  const seen = await sheets.sheet(await world.as('officer'), { ...at, version: null });
  await sheets.file(await world.as('officer'), { ...at, basedOn: 0, seen: seen.liveDigest });
}
