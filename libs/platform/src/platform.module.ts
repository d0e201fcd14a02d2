import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';

import { AccessAudit } from './access/access.audit.js';
import { AccessGuard } from './access/access.guard.js';
import { auditExport } from './audit/audit.export.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditWriter } from './audit/audit-writer.js';
import { HistoryRegistry } from './audit/history.registry.js';
import { CLOCK, SystemClock } from './clock.js';
import { CONFIG, configFromEnvironment, type Config } from './config.js';
import { FieldCrypto } from './crypto/field-crypto.js';
import { UnitOfWork } from './data/unit-of-work.js';
import { AttachmentRegistry } from './files/attachment.registry.js';
import { AttachmentResolver } from './files/attachment.resolver.js';
import { AttachmentService } from './files/attachment.service.js';
import { FileStore } from './files/file-store.js';
import { FilesController } from './files/files.controller.js';
import {
  FenScalarType,
  InstantScalarType,
  LocalDateScalarType,
  YearMonthScalarType,
} from './graphql/scalars.js';
import { HttpErrorFilter } from './http/error.filter.js';
import { ExportController } from './http/export.controller.js';
import { ExportRegistry } from './http/export.registry.js';
import { QueryMiddleware } from './http/query.middleware.js';
import { SessionMiddleware } from './http/session.middleware.js';
import { JobQueue, JobRegistry } from './jobs/job-queue.js';
import { JobResolver } from './jobs/job.resolver.js';
import { JobRunner } from './jobs/job-runner.js';
import { YibuLogger } from './logger.js';

const SHARED = [
  UnitOfWork,
  AuditWriter,
  HistoryRegistry,
  FieldCrypto,
  FileStore,
  AttachmentRegistry,
  AttachmentService,
  ExportRegistry,
  JobQueue,
  JobRegistry,
  JobRunner,
];

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [FilesController, ExportController],
  providers: [
    { provide: CONFIG, useFactory: configFromEnvironment },
    { provide: CLOCK, useClass: SystemClock },
    {
      provide: YibuLogger,
      inject: [CONFIG],
      useFactory: (config: Config) => new YibuLogger(config.logLevel),
    },
    ...SHARED,
    AccessAudit,
    AuditResolver,
    AttachmentResolver,
    JobResolver,
    FenScalarType,
    LocalDateScalarType,
    YearMonthScalarType,
    InstantScalarType,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: HttpErrorFilter },
  ],
  exports: [CONFIG, CLOCK, YibuLogger, AccessAudit, ...SHARED],
})
export class PlatformModule implements NestModule {
  constructor(exports: ExportRegistry, unitOfWork: UnitOfWork) {
    exports.register(auditExport(unitOfWork));
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('graphql', 'files', 'export');
    consumer.apply(QueryMiddleware).forRoutes('files', 'export');
  }
}
