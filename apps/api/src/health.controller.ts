import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Allow } from '@yibu/platform';
import { DataSource } from 'typeorm';

/** Answers 200 once the product is usable, and 503 while its database does not answer. */
@Controller('healthz')
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  @Allow('public')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException();
    }
    return { status: 'ok' };
  }

  @Get('live')
  @Allow('public')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
