import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BED_ENTITIES, BedModule, RosterModule } from '@yibu/bed';
import { CARE_ENTITIES, CareModule } from '@yibu/care';
import { CENTER_ENTITIES, CenterModule } from '@yibu/center';
import { CLAIM_ENTITIES, ClaimModule } from '@yibu/claim';
import { INSTITUTION_ENTITIES, InstitutionModule } from '@yibu/institution';
import { MEAL_ENTITIES, MealModule } from '@yibu/meal';
import {
  CONFIG,
  dataSourceOptions,
  initializeDataSource,
  PLATFORM_ENTITIES,
  PlatformModule,
  type Config,
} from '@yibu/platform';
import { RESIDENT_ENTITIES, ResidentModule } from '@yibu/resident';
import { STAFF_ENTITIES, StaffModule } from '@yibu/staff';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** One line a feature: its tables … */
export const ENTITIES = [
  ...PLATFORM_ENTITIES,
  ...CENTER_ENTITIES,
  ...RESIDENT_ENTITIES,
  ...BED_ENTITIES,
  ...STAFF_ENTITIES,
  ...CARE_ENTITIES,
  ...MEAL_ENTITIES,
  ...CLAIM_ENTITIES,
  ...INSTITUTION_ENTITIES,
];

/** … and its module. The API and the worker are made of the same ones. */
const FEATURES = [
  CenterModule,
  ResidentModule,
  BedModule,
  RosterModule,
  StaffModule,
  CareModule,
  MealModule,
  ClaimModule,
  InstitutionModule,
];

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions({ database: config.database, entities: ENTITIES }),
        retryAttempts: 60,
        retryDelay: 500,
      }),
      dataSourceFactory: async (options) =>
        await initializeDataSource(new DataSource(options as DataSourceOptions)),
    }),
    PlatformModule,
    ...FEATURES,
  ],
})
export class FeaturesModule {}
