import { Alert } from 'antd';

import { useText } from '../../i18n/use-text.js';

/** Contradictions, said at the very items that cannot both be true. */
export function Problems({ codes }: { readonly codes: readonly string[] }) {
  const { lookUp } = useText();
  return codes.map((code) => (
    <Alert
      key={code}
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 8 }}
      title={lookUp(`assessment:contradictions.${code}`) ?? code}
    />
  ));
}
