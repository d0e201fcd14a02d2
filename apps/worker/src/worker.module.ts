import { Module } from '@nestjs/common';

import { FeaturesModule } from '../../api/src/features.module.js';

@Module({ imports: [FeaturesModule] })
export class WorkerModule {}
