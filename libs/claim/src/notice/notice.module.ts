import { Module } from '@nestjs/common';
import { HistoryRegistry } from '@yibu/platform';

import { NoticeController } from './notice.controller.js';
import { NoticeResolver } from './notice.resolver.js';
import { PublicNoticeService } from './notice.service.js';
import { ObjectionService } from './objection.service.js';

@Module({
  controllers: [NoticeController],
  providers: [PublicNoticeService, ObjectionService, NoticeResolver],
  exports: [PublicNoticeService, ObjectionService],
})
export class NoticeModule {
  constructor(history: HistoryRegistry) {
    history.register('publicNotice', 'review.read');
  }
}
