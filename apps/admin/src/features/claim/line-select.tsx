import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimContents } from '../../shared/claim/claim-title.js';
import { CLAIM_LINES } from '../../shared/claim/claim.queries.js';
import { aboutOption, type AboutOption } from '../../shared/form/about-option.js';
import { formatFen, formatMonth } from '../../shared/format.js';

const SHOWN = 100;

interface LineSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (lineId: string) => void;
  readonly claimId: string;
}

/** One payable line of a claim, found by the name of its person. */
export function LineSelect({ claimId, ...field }: LineSelectProps) {
  const { t, locale } = useText();
  const contentsOf = useClaimContents();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['claim-lines', claimId, 'select', search],
    queryFn: async () =>
      (
        await execute(CLAIM_LINES, {
          claimId,
          page: 1,
          pageSize: SHOWN,
          program: null,
          kind: null,
          status: 'PAYABLE',
          verdict: null,
          hasWarning: null,
          search: search === '' ? null : search,
        })
      ).claimLines.items,
    placeholderData: keepPreviousData,
  });
  return (
    <Select<string, AboutOption>
      {...field}
      optionRender={aboutOption}
      showSearch={{ filterOption: false, onSearch: (text) => setSearch(text.trim()) }}
      loading={isFetching}
      placeholder={t('review:paper.findLine')}
      options={(data ?? []).map((line) => ({
        value: line.id,
        label: `${line.subjectName ?? t('claim:lines.center')} · ${formatMonth(line.month, locale)} · ${formatFen(line.amountFen)}`,
        about: contentsOf({ contents: [line] }),
      }))}
    />
  );
}
