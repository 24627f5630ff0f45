import type { ThemeConfig } from 'antd';

/** 公文红: the one accent. */
const ACCENT = '#b3261e';

/** As Windows and the desktops of Linux let their users ask; an office PC without a graphics card gains most. */
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Light, greys and one accent; 14 px text, 36 px table rows. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorLink: ACCENT,
    colorInfo: '#4a5568',
    // What is derived from so dark a grey is too dark to be read on.
    colorInfoBg: '#f7f7f8',
    colorInfoBorder: '#d9d9d9',
    colorError: '#c2410c',
    colorSuccess: '#2f7d32',
    colorWarning: '#b7791f',
    colorText: '#1f1f1f',
    colorTextSecondary: '#595959',
    colorTextTertiary: '#6b6b6b',
    colorTextPlaceholder: '#8c8c8c',
    colorBgLayout: '#f3f4f6',
    fontSize: 14,
    borderRadius: 4,
    fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
    motion: !isStill,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      cellPaddingBlock: 6.5,
      cellPaddingBlockMD: 6.5,
      cellPaddingBlockSM: 6.5,
      cellPaddingInline: 10,
      cellPaddingInlineMD: 10,
      cellPaddingInlineSM: 10,
      headerBg: '#f7f7f8',
      headerSplitColor: 'transparent',
    },
    Menu: {
      itemHeight: 36,
      itemBorderRadius: 4,
      itemSelectedBg: '#fbeceb',
      subMenuItemBg: 'transparent',
      activeBarBorderWidth: 0,
    },
    Layout: { headerBg: '#ffffff', headerHeight: 48, headerPadding: '0 12px', siderBg: '#ffffff' },
  },
};
