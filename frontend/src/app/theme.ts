import type { ThemeConfig } from "antd";

/** System fonts only: a Chinese web font is megabytes. Tibetan falls to Noto Serif Tibetan or Himalaya. */
export const FONT =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft Himalaya", "Noto Serif Tibetan", system-ui, sans-serif';

/** Every text colour here has at least 4.5:1 on white and on the pale backgrounds. */
export function theme(large: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: "#1b4b8f",
      colorLink: "#1b4b8f",
      colorSuccess: "#1e6b2e",
      colorWarning: "#874d00",
      colorError: "#a8071a",
      // What antd derives from such dark tones is grey.
      colorSuccessBg: "#edf7ee",
      colorWarningBg: "#fff6e0",
      colorErrorBg: "#fdeeee",
      colorInfoBg: "#f2f6fc",
      colorText: "#1f1f1f",
      colorTextSecondary: "#525252",
      colorTextTertiary: "#595959",
      colorTextDescription: "#525252",
      colorTextPlaceholder: "#6b6b6b",
      colorTextDisabled: "#5f5f5f",
      colorBorder: "#8c8c8c",
      colorBorderSecondary: "#d9d9d9",
      colorBgLayout: "#f4f4f2",
      borderRadius: 4,
      fontFamily: FONT,
      fontSize: large ? 18 : 14,
      controlHeight: large ? 42 : 34,
      wireframe: false,
      // A dialog that grows while it opens moves its fields away from under the pointer.
      motion: false,
    },
    components: {
      Table: {
        headerBg: "#f2f2ef",
        headerColor: "#333333",
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 10,
      },
      Menu: {
        itemSelectedBg: "#fbeceb",
        itemSelectedColor: "#98121a",
        itemHeight: large ? 44 : 34,
        groupTitleColor: "#525252",
        groupTitleFontSize: large ? 16 : 12,
      },
      Form: { itemMarginBottom: large ? 24 : 18, verticalLabelPadding: "0 0 4px" },
    },
  };
}
