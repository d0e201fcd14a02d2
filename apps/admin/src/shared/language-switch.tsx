import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { switchLocale } from '../i18n/i18n.js';
import type { Locale } from '../i18n/locale.js';
import { useText } from '../i18n/use-text.js';

interface LanguageSwitchProps {
  /** Told after the screen has changed, to keep the choice with the account. */
  readonly onChange?: (locale: Locale) => void;
}

/** Two languages need no list: the button names the other one, in its own words. */
export function LanguageSwitch({ onChange }: LanguageSwitchProps) {
  const { t, locale } = useText();
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={other}
      onClick={() => {
        void switchLocale(other).then(() => onChange?.(other));
      }}
    >
      {other === 'en' ? t('common:language.en') : t('common:language.zhCN')}
    </Button>
  );
}
