import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BED_ENTITIES, BedModule } from '@yibu/bed';
import { CENTER_ENTITIES, CenterModule } from '@yibu/center';
import {
  CONFIG,
  dataSourceOptions,
  PLATFORM_ENTITIES,
  PlatformModule,
  prepareConnections,
  type Config,
} from '@yibu/platform';
import { RESIDENT_ENTITIES, ResidentModule } from '@yibu/resident';
import { DataSource } from 'typeorm';

/** One line a feature: its tables … */
export const ENTITIES = [...PLATFORM_ENTITIES, ...CENTER_ENTITIES, ...RESIDENT_ENTITIES, ...BED_ENTITIES];

/** … and its module. The API and the worker are made of the same ones. */
const FEATURES = [CenterModule, ResidentModule, BedModule];

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions({ database: config.database, entities: ENTITIES }),
        retryAttempts: 60,
        retryDelay: 500,
      }),
      dataSourceFactory: async (options) => {
        const dataSource = new DataSource(options as never);
        await dataSource.initialize();
        prepareConnections(dataSource);
        return dataSource;
      },
    }),
    PlatformModule,
    ...FEATURES,
  ],
})
export class FeaturesModule {}
