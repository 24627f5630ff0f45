/** Opened by a double click, these run instead of being read: nobody hands them in as a material. */
const programEndings = new Set(
  'exe com scr pif bat cmd msi msp ps1 vbs vbe js jse wsf wsh hta cpl dll sys reg lnk url jar sh apk app'.split(
    ' ',
  ),
);
/** Programs of Windows and Linux, whatever their name says. */
const programBeginnings = ['MZ', '\u007fELF'];

/** Why a file cannot be attached, with what to do instead; null where it can. @param head its first bytes */
export function fileProblem({
  name,
  bytes,
  head,
}: {
  name: string;
  bytes: number;
  head: string;
}): string | null {
  if (bytes === 0) return `“${name}”是空文件，没有内容。请打开原文件确认保存过，再添加。`;
  const ending = /\.([^.]+)$/u.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const isProgram =
    programEndings.has(ending) || programBeginnings.some((beginning) => head.startsWith(beginning));
  return isProgram ? `“${name}”是程序或快捷方式，不能添加。请添加文档、表格、图片、压缩包等材料本身。` : null;
}
