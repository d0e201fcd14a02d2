import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import {
  Allow,
  CurrentScope,
  offsetOf,
  PageArgs,
  YearMonthScalar,
  type Locale,
  type Scope,
} from '@yibu/platform';

import { CountySheetService } from './county.service.js';
import {
  CountySheetPage,
  FileInstitutionSheetInput,
  InstitutionSheet,
  SheetMonth,
  SheetRowPage,
} from './sheet.graphql.js';
import { SheetService } from './sheet.service.js';

const CENTER_ID = { type: () => ID } as const;
const LANGUAGE = {
  type: () => String,
  nullable: true,
  description: 'en or zh-CN, of the screen; absent: of the person',
} as const;
const MONTH = { type: () => YearMonthScalar } as const;

const localeOf = (scope: Scope, language: string | null | undefined): Locale =>
  language === 'en' || language === 'zh-CN' ? language : scope.locale;

@Resolver(() => InstitutionSheet)
export class SheetResolver {
  constructor(
    private readonly sheets: SheetService,
    private readonly county: CountySheetService,
  ) {}

  @Query(() => InstitutionSheet)
  @Allow('sheet.read')
  async institutionSheet(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
    @Args('month', MONTH) month: YearMonth,
    @Args('version', {
      type: () => Int,
      nullable: true,
      description: '0: the records of today; absent: the newest that was filed, or these',
    })
    version?: number | null,
    @Args('language', LANGUAGE) language?: string | null,
  ): Promise<InstitutionSheet> {
    const locale = localeOf(scope, language);
    return await this.sheets.sheet(scope, { centerId, month, version: version ?? null, locale });
  }

  @Query(() => SheetRowPage, { description: 'The rows behind one figure, by the records of today' })
  @Allow('sheet.read')
  async institutionSheetRows(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
    @Args('month', MONTH) month: YearMonth,
    @Args('cell', { type: () => String }) cell: string,
    @Args() page: PageArgs,
  ): Promise<SheetRowPage> {
    const paging = { limit: page.pageSize, offset: offsetOf(page) };
    return await this.sheets.rows(scope, { centerId, month, cell }, paging);
  }

  @Query(() => [SheetMonth], { description: 'Months of a year, newest first' })
  @Allow('sheet.read')
  async institutionSheetMonths(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER_ID) centerId: string,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<SheetMonth[]> {
    return await this.sheets.months(scope, centerId, year);
  }

  @Query(() => CountySheetPage, { description: 'The newest filed sheet of each center in reach' })
  @Allow('sheet.read')
  async countySheets(
    @CurrentScope() scope: Scope,
    @Args('month', MONTH) month: YearMonth,
    @Args() page: PageArgs,
    @Args('filed', { type: () => Boolean, nullable: true }) filed?: boolean | null,
    @Args('language', LANGUAGE) language?: string | null,
  ): Promise<CountySheetPage> {
    const paging = { limit: page.pageSize, offset: offsetOf(page) };
    const asked = { month, filed: filed ?? null, locale: localeOf(scope, language) };
    return await this.county.page(scope, asked, paging);
  }

  @Mutation(() => InstitutionSheet)
  @Allow('sheet.file')
  async fileInstitutionSheet(
    @CurrentScope() scope: Scope,
    @Args('input') input: FileInstitutionSheetInput,
  ): Promise<InstitutionSheet> {
    return await this.sheets.file(scope, input);
  }
}
