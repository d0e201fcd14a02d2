import type { ThemeConfig } from 'antd';

import type { Locale } from '../i18n/locale.js';

const CHINESE =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei'";
const LATIN = "'Segoe UI', Roboto, 'Helvetica Neue', Arial";

/** In English the Latin fonts come first: a Chinese one draws an apostrophe as wide as a character. */
const fontFor = (locale: Locale): string =>
  locale === 'en'
    ? `-apple-system, ${LATIN}, ${CHINESE}, sans-serif`
    : `-apple-system, ${CHINESE}, ${LATIN}, sans-serif`;

/** Calm and official: one deep teal, warm paper, quiet lines. Every text colour keeps 4.5:1 on white and on the ground. */
const COLORS = {
  colorPrimary: '#1F6F64',
  colorLink: '#1F6F64',
  // Darker, not lighter: a finger leaves the last link it touched in this state, on a tinted row too.
  colorLinkHover: '#17564E',
  colorLinkActive: '#0F453E',
  colorInfo: '#1F5F8B',
  colorSuccess: '#2E7D32',
  colorWarning: '#A85B00',
  colorError: '#B3261E',
  // The library derives grey grounds from dark colours; notices stay light.
  colorInfoBg: '#EEF4F8',
  colorInfoBorder: '#B4CBDA',
  colorSuccessBg: '#EEF6EF',
  colorSuccessBorder: '#B4D2B7',
  colorWarningBg: '#FDF6EA',
  colorWarningBorder: '#E3C08A',
  colorErrorBg: '#FCEFEE',
  colorErrorBorder: '#E5B4B0',
  // What is chosen in a list, with its second line still legible on it.
  controlItemBgActive: '#E6F0EE',
  controlItemBgActiveHover: '#DCEAE7',
  colorText: '#1D2524',
  colorTextSecondary: '#4A5553',
  colorTextTertiary: '#5C6765',
  colorTextDescription: '#55605E',
  colorTextPlaceholder: '#66716F',
  colorBgLayout: '#F7F6F2',
  colorBorder: '#CFCBC0',
  colorBorderSecondary: '#E4E1D8',
  colorFillAlter: '#FAF9F6',
} as const;

export function themeFor(isPhone: boolean, locale: Locale): ThemeConfig {
  return {
    token: {
      ...COLORS,
      borderRadius: 6,
      fontFamily: fontFor(locale),
      fontSize: isPhone ? 16 : 14,
      controlHeight: isPhone ? 44 : 34,
      // Nothing slides or fades: calmer to read, and quick on the old computers of a nurses' room.
      motion: false,
    },
    components: {
      Layout: { headerBg: '#FFFFFF', siderBg: '#FFFFFF', bodyBg: '#F7F6F2', headerHeight: 56 },
      Menu: {
        itemSelectedBg: '#E6F0EE',
        itemSelectedColor: '#17564E',
        itemHeight: isPhone ? 46 : 34,
        itemMarginBlock: 1,
        groupTitleColor: '#5C6765',
        groupTitleFontSize: 12,
        itemBorderRadius: 6,
      },
      Table: {
        headerBg: '#F3F1EB',
        headerColor: '#3C4644',
        cellPaddingBlock: 11,
        rowSelectedBg: '#E6F0EE',
        rowSelectedHoverBg: '#DCEAE7',
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { labelColor: '#3C4644', verticalLabelPadding: '0 0 4px' },
      Descriptions: { labelColor: '#55605E' },
      Card: { headerFontSize: isPhone ? 17 : 15 },
    },
  };
}
