import { formatInstant } from '#main/core/store/format-instant.ts';

interface ReadmeFacts {
  office: string;
  userName: string;
  now: number;
  programVersion: string;
  rows: number;
  files: number;
}

/** For whoever finds the folder, perhaps years later and without the program. */
export function readmeText({ office, userName, now, programVersion, rows, files }: ReadmeFacts): string {
  return [
    `${office}全部数据`,
    `${formatInstant(now)} 由 ${userName === '' ? '(未登录)' : userName} 导出，消安办工作台 ${programVersion}。`,
    `数据 ${rows} 条，附件 ${files} 个。`,
    '',
    '一、里面有什么',
    '数据/store.db　全部数据，SQLite 3 格式，任何能打开 SQLite 的软件都能读。',
    '数据/已核对的问题.json　数据检查发现过、已经核对的问题；没有时没有这个文件。',
    '数据说明.xlsx　每张表、每一列叫什么、是什么类型、指向哪张表。',
    '表格/　　　　　每张业务表一个 Excel 文件，可以直接看、打印。没有内容的表不导出。',
    '附件/　　　　　全部附件，按原来的文件名；同名的加了编号。',
    'SHA256SUMS　　每个文件的校验值，用来核对有没有变化。',
    '',
    '二、谁能看到',
    '这个文件夹没有加密：拿到它的人可以看到全部内容（名册、电话、考核、公文、附件）。还没有公开的暗访和由它来的问题、通知、',
    '公文等不在表格里，在 store.db 里；其中加密保存的暗访，没有密码读不出。用户的密码只存了算不回去的校验值。要放到单位以外的地方，请先自己加密，或改用“备份”并设备份密码。',
    '',
    '三、怎样放回程序',
    '在一台没有数据的电脑上第一次打开程序，选“导入全部数据”，填这个文件夹的位置；或者用命令行：',
    'npm run --silent exchange -- import-all --from 这个文件夹 --data 新的数据文件夹',
    '压缩包请先解压。改动过的文件会被发现，不会导入；要改数据请在程序里改。',
    '',
  ].join('\r\n');
}
