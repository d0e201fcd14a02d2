import { canonicalJson } from '../base/canonical.js';
import { sha256 } from '../base/sha256.js';
import type { Holding } from '../ledger/ledger.js';
import { claimedBeside, shrinkCode } from '../ledger/words.js';
import type { Unit } from '../nodes/node.js';
import { NOT_A_CANDIDATE } from './entitlement.types.js';
import { Line, type LookBack } from './line.js';
import type { ProgramRun } from './program-run.js';
import type { Record_ } from './record.js';

export interface Vanished {
  readonly run: ProgramRun;
  readonly id: string;
  readonly unit: Unit;
  readonly holding: Holding;
  readonly back: LookBack;
}

/** What the ledger holds of a subject that the records no longer know: all of it is given back. */
export class VanishedLine extends Line {
  readonly #id: string;

  constructor({ run, id, unit, holding, back }: Vanished) {
    const record: Record_ = {
      subject: -1,
      unit,
      state: NOT_A_CANDIDATE,
      stop: 'GATE',
      quantity: { n: 0, d: 1 },
      rateFen: null,
      ownFen: 0,
      amountFen: 0,
      limitedBy: null,
    };
    super(run, record, holding, back);
    this.#id = id;
    this.#settle();
  }

  #settle(): void {
    this.kind = 'REVERSAL';
    this.status = 'PAYABLE';
  }

  override get isReturnedUnchanged(): boolean {
    return false;
  }

  override get subject(): { readonly kind: string; readonly id: string } {
    return { kind: this.run.spec.subject, id: this.#id };
  }

  override get digest(): string {
    return sha256(canonicalJson({ program: this.program, vanished: this.#id, month: this.month }));
  }

  override get warnings(): readonly string[] {
    return [];
  }

  override get alternatives(): readonly [] {
    return [];
  }

  override get trace(): Line['trace'] {
    return [
      {
        step: 'gate',
        code: 'SUBJECT_NOT_IN_FACTS',
        params: { id: this.#id },
        source: null,
        facts: [],
      },
      {
        step: 'ledger',
        code: shrinkCode(this.holding),
        params: {
          entitlementFen: 0,
          coveredFen: this.coveredFen,
          ...claimedBeside(this.holding, this.coveredFen),
          amountFen: this.amountFen,
          line: this.replaces,
        },
        source: null,
        facts: [],
      },
    ];
  }
}
