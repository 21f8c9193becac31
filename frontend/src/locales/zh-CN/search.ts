/** One search over entries, matters and papers. */

export const search = {
  title: "综合搜索",
  hint: "事项名称、编号、文号、拼音首字母",
  explain: "搜索现行清单、准入事项和批准文书；两个汉字即可，藏文也可搜索。",
  short: "请至少输入两个字",
  found: "“{{words}}”共找到 {{count}} 条",
  nothing: "没有找到与“{{words}}”有关的内容",
  group: "{{label}}（{{count}}）",
  more: "显示更多",
  tooMany: "只显示前 {{count}} 条，请输入更多文字",
};
