import { Injectable } from '@nestjs/common';

/**
 * Who lives in the house is known to the lib of stays, which stands above this one; it registers its condition here
 * on start. The condition is SQL about the resident aliased `r`, without parameters.
 */
@Injectable()
export class ResidenceRegistry {
  private condition = '1 = 1';

  register(condition: string): void {
    this.condition = condition;
  }

  /** The dead are gone in any case. */
  get livesHere(): string {
    return `(r.died_on IS NULL AND ${this.condition})`;
  }
}
