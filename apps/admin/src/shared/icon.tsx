import AntdIcon from '@ant-design/icons/es/components/AntdIconLight';
import type { ComponentProps } from 'react';

import type { TextKey } from '../i18n/keys.js';
import { useText } from '../i18n/use-text.js';

/** Icons that stand alone in a control of the component library, and so are all the name it has. */
const ALONE: Readonly<Record<string, TextKey>> = {
  search: 'common:search',
  'close-circle': 'common:clear',
  left: 'common:previous',
  right: 'common:next',
};

/**
 * Every icon of the app, those that the component library draws itself included (see vite.config.mts): an ornament
 * beside a word is not read out, where it would say its English file name; one that stands alone is read in the
 * reader's language.
 */
export default function Icon(props: ComponentProps<typeof AntdIcon>) {
  const { t } = useText();
  const key = ALONE[props.icon.name];
  const isNamed = 'aria-label' in props || 'aria-hidden' in props;
  const words = key ? { 'aria-label': t(key) } : { role: undefined, 'aria-label': undefined };
  return <AntdIcon {...(isNamed ? {} : { ...words, 'aria-hidden': !key })} {...props} />;
}
