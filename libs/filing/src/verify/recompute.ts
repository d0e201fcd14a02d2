import {
  computeAssessment,
  ENGINE,
  parseFacts,
  parseLedger,
  parsePack,
  RefusedInput,
  type AssessmentJson,
} from '@yibu/claim-engine';

import { canonicalBytes, sha256 } from '../canonical.js';
import type { DataFiles } from '../context.js';
import type { FilingInput } from '../filing.js';
import type { Findings } from './verification.js';

/** The parts of a package as values, after each was found to be canonical JSON of its schema. */
export type FilingData = FilingInput;

interface Filed {
  readonly files: DataFiles;
  /** Which engine the package says computed it. */
  readonly engine: number;
}

const MOST_SHOWN = 5;

/** What the engine makes of the package's own facts, policy and ledger, against what was filed: to the byte. */
export function checkResult(data: FilingData, filed: Filed, findings: Findings): void {
  const digest = sha256(filed.files['pack.json']);
  if (digest === data.result.pack.sha256) {
    findings.pass('PACK');
  } else {
    findings.add('PACK', 'FAILED', 'PACK_DIFFERS');
  }
  try {
    const computed = computeAssessment(
      parsePack(data.pack),
      parseFacts(data.facts),
      data.claim.period,
      parseLedger(data.ledger),
    ).toJSON();
    compare(computed, data, filed, findings);
  } catch (error) {
    if (!(error instanceof RefusedInput)) {
      throw error;
    }
    findings.refused(error.problems);
  }
}

function compare(
  computed: AssessmentJson,
  data: FilingData,
  { files, engine }: Filed,
  findings: Findings,
): void {
  if (canonicalBytes(computed).equals(files['result.json'])) {
    findings.pass('RESULT', { lines: computed.lines.length, totalFen: computed.totalFen });
    return;
  }
  if (engine !== ENGINE) {
    // No accusation, and no approval either: whoever can sign could name any engine.
    findings.add('RESULT', 'FAILED', 'RESULT_OTHER_ENGINE', { engine, installed: ENGINE });
    return;
  }
  const filed = new Map(data.result.lines.map((line) => [line.id, canonicalBytes(line)]));
  const known = new Set(computed.lines.map(({ id }) => id));
  const differing = [
    ...computed.lines
      .filter((line) => filed.get(line.id)?.equals(canonicalBytes(line)) !== true)
      .map(({ id }) => id),
    ...[...filed.keys()].filter((id) => !known.has(id)),
  ];
  findings.add('RESULT', 'FAILED', differing.length === 0 ? 'RESULT_ORDER' : 'RESULT_DIFFERS', {
    count: differing.length,
    lines: differing.slice(0, MOST_SHOWN),
    filedFen: data.result.totalFen,
    computedFen: computed.totalFen,
  });
}
