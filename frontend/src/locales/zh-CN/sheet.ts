/** Tables that are taken over in two steps: checked, then confirmed. */

export const sheet = {
  template: "下载导入模板",
  choose: "点击选择，或将表格拖到此处",
  reading: "正在核对表格…",
  steps: "导入步骤",
  corrected: "下载标出错误的表格",
  otherFile: "另选文件",
  faults: "错误清单",
  row: "第 {{n}} 行",
  moreFaults: "另有 {{count}} 处错误未列出，请下载标出错误的表格查看。",
  skipped: "以下各行（合计、签字、重复的表头）没有读入：",
  shownRows: "表格内容（显示 {{shown}} 行，共 {{rows}} 行）",
  sheet: "表格内容",
  rowNumber: "行",
  step: {
    choose: "选择表格",
    check: "核对",
    done: "完成",
  },
  guesses: "有 {{count}} 处由系统代为理解，已在表中标出，请逐处核对。",
  guess: "“{{stood}}”理解为“{{understood}}”",
};
