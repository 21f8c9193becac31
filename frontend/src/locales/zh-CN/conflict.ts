/** Two people have written the same thing: both versions, to choose from. */

export const conflict = {
  hint: "您的填写没有丢失。请对照下表，选择合并保留您的修改，或者采用他人保存的版本。",
  versions: "两个版本对照",
  what: "内容",
  begun: "您开始填写时",
  theirs: "他人已保存",
  mine: "您填写的",
  keepMine: "保留我的修改，合并他人的",
  takeTheirs: "采用他人保存的",
};
