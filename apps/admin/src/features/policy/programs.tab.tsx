import { Empty } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { StatusTag } from '../../shared/status-tag.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Yuan } from '../../shared/values.js';
import type { PackShown } from './pack.page.js';
import { usePackWords } from './words.js';

type Program = PackShown['programs'][number];
type Rate = PackShown['rates'][number];

/** What each program pays, to whom and when, in plain words, and its figures by name. */
export function ProgramsTab({ pack }: { readonly pack: PackShown }) {
  const { t } = useText();
  if (pack.programs.length === 0) {
    return <Empty description={t('policy:program.none')} />;
  }
  return pack.programs.map((program) => (
    <ProgramPanel
      key={program.id}
      program={program}
      rates={pack.rates.filter((rate) => rate.program === program.id)}
    />
  ));
}

function ProgramPanel({
  program,
  rates,
}: {
  readonly program: Program;
  readonly rates: readonly Rate[];
}) {
  const { t } = useText();
  const { say, pick } = usePackWords();
  return (
    <Panel title={say(program.title)}>
      <ul className="yb-words">
        {pick(program.linesZh, program.linesEn).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {program.documents.length > 0 ? (
        <p className="yb-soft">
          {t('policy:program.papers')} {program.documents.map(say).join(pick('、', ', '))}
        </p>
      ) : null}
      {rates.length > 0 ? (
        <div style={{ marginTop: 12, maxWidth: 560 }}>
          <RateTable rates={rates} />
        </div>
      ) : null}
    </Panel>
  );
}

function RateTable({ rates }: { readonly rates: readonly Rate[] }) {
  const { t } = useText();
  const { say } = usePackWords();
  return (
    <DataTable<Rate>
      rowKey="id"
      dataSource={[...rates]}
      columns={[
        { key: 'rate', title: t('policy:program.rate'), render: (_, rate) => say(rate.label) },
        {
          key: 'floor',
          title: t('policy:program.nature'),
          render: (_, rate) => t(rate.isFloor ? 'policy:program.floor' : 'policy:program.fixed'),
        },
        {
          key: 'fen',
          title: t('policy:program.amount'),
          align: 'right',
          render: (_, rate) =>
            rate.fen === null || rate.fen === undefined ? (
              <StatusTag tone="warning">
                {t('policy:program.noFigure')} · {t('policy:toConfirm')}
              </StatusTag>
            ) : (
              <Yuan fen={rate.fen} />
            ),
        },
      ]}
    />
  );
}
