import { createHash } from 'node:crypto';
import type { OtherPlace } from '../core/backups/find-places.ts';
import { kindNames } from '../core/backups/make-backup.ts';
import type { FoundBackup } from '../core/backups/place.ts';
import type { Rescue } from '../core/backups/rescue.ts';
import { formatInstant } from '../core/store/format-instant.ts';
import { noForeignHelp } from './no-foreign-help.ts';

const MOST_BACKUPS = 8;
const MEGABYTE = 1_048_576;
const example = process.platform === 'win32' ? 'E:\\备份' : '/media/U盘/备份';

const style = `body{margin:0;background:#f5f5f5;color:#1f1f1f;font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
main{max-width:760px;margin:5vh auto;padding:28px 40px;background:#fff;border-top:4px solid #b3261e;box-shadow:0 2px 8px rgba(0,0,0,.08)}
h1{margin:0 0 8px;font-size:24px;color:#b3261e}
h2{margin:20px 0 4px;font-size:17px}
p,li,td{overflow-wrap:anywhere}
ul{margin:0;padding-left:1.4em}
form{margin:12px 0 0}
table{width:100%;border-collapse:collapse}
td{padding:4px 8px 4px 0;border-top:1px solid #e0e0e0}
td:last-child{text-align:right}
td form{margin:0}
input{padding:6px 10px;border:1px solid #999;border-radius:4px;font:inherit}
input[name=folder]{width:380px;max-width:70%}
input[name=password]{width:8em}
button{padding:6px 18px;border:1px solid #999;border-radius:4px;background:#fff;font:inherit;cursor:pointer}
button:focus-visible,input:focus-visible{outline:3px solid #f2a19b}
.take{border-color:#b3261e;background:#b3261e;color:#fff}
.notice{padding:8px 12px;background:#fdecea;color:#8c1d18}`;

/** Nothing but this page's own style and script and its forms, which go where the page is. */
export const rescueHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; script-src ${hashOf(noForeignHelp)}; style-src ${hashOf(style)}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  // With no-referrer a form would be sent without an origin, which the guard wants to see.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

function hashOf(part: string): string {
  return `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
}

interface RescueView {
  problem: string;
  rescue: Rescue;
  others: readonly OtherPlace[];
  /** What came of the last form; empty for nothing to say. */
  notice: string;
  /** The program can open the data, if only to be read. */
  isOpenable: boolean;
}

/** What happened, what has been kept, and what can be done. */
export function rescuePage({ problem, rescue, others, notice, isOpenable }: RescueView): string {
  const { aside, salvaged, backup } = rescue;
  return page(`<h1>${isOpenable ? '数据检查发现问题' : '数据文件损坏了'}</h1>
${notice === '' ? '' : `<p class="notice" role="alert">${escape(notice)}</p>`}
<p>${escape(problem)}</p>
<h2>已经做好的事</h2>
<ul>
<li>没有删除任何东西。${isOpenable ? '有问题' : '损坏'}的文件原样复制到：${escape(aside)}</li>
<li>${escape(salvagedWords(salvaged))}</li>
</ul>
<h2>本机的备份</h2>
${backup === null ? '<p>数据文件夹里没有完好的备份。</p>' : ownOffer(backup, typeof salvaged === 'object')}
<h2>U 盘或网络文件夹里的备份</h2>
${others.map(placeTable).join('\n')}
<form method="post">
<input type="hidden" name="do" value="look"><input name="folder" required aria-label="备份所在的文件夹" placeholder="备份所在的文件夹，如 ${example}">
<button>查找备份</button>
</form>
<form method="post">${
    isOpenable
      ? '<button name="do" value="back">先不恢复，打开程序，只查阅和导出</button>'
      : '<button name="do" value="end">先不恢复，关闭程序</button>'
  }</form>`);
}

/** In a sentence what became of the readable part. */
export function salvagedWords(salvaged: Rescue['salvaged']): string {
  if (salvaged === 'nothing') return '损坏的文件里读不出内容。';
  if (salvaged === 'unwritten')
    return '读得出来的内容没能导出成 Excel 表格，可能是磁盘已满。要得到它，请腾出磁盘空间，关闭程序再重新打开。';
  return `读得出来的 ${count(salvaged.rows)} 行已导出成 Excel 表格：${salvaged.workbook}`;
}

function ownOffer({ found, rows }: NonNullable<Rescue['backup']>, isReadable: boolean): string {
  const source = isReadable ? '读出来的表格' : '纸质材料或交上来的表格';
  return `<p>最近一份完好的是 <b>${escape(formatInstant(found.madeAt))}</b> 做的，有 ${count(rows)} 条数据，已经核对过。在那以后录入的内容不在里面，请对照${source}补录。</p>
<form method="post">${takeFields('', found)}<button class="take">恢复这份备份，打开程序</button></form>`;
}

function placeTable({ folder, backups }: OtherPlace): string {
  const rows = backups.slice(0, MOST_BACKUPS).map(
    (backup) => `<tr><td>${escape(formatInstant(backup.madeAt))}</td><td>${kindNames[backup.kind]}</td>
<td>${(backup.bytes / MEGABYTE).toFixed(1)} MB</td><td><form method="post">${takeFields(folder, backup)}${
      backup.sealed
        ? '<input type="password" name="password" aria-label="备份密码" placeholder="备份密码"> '
        : ''
    }<button>恢复</button></form></td></tr>`,
  );
  return `<p>${escape(folder)}</p>\n<table>${rows.join('\n')}</table>`;
}

function takeFields(folder: string, { name }: FoundBackup): string {
  return `<input type="hidden" name="do" value="take"><input type="hidden" name="place" value="${escape(folder)}"><input type="hidden" name="name" value="${escape(name)}">`;
}

/** After the choice these have no more to say. */
export const takenPage = page(
  '<h1>已经恢复</h1><p>程序正在打开。没有出现新的窗口时，请在启动它的窗口里找到新的网址。这一页可以关闭。</p>',
);
export const backPage = page(
  '<h1>没有恢复</h1><p>数据没有变化，程序正在打开。没有出现新的窗口时，请回到原来的窗口，或者在启动它的窗口里找到新的网址。这一页可以关闭。</p>',
);
export const endPage = page(
  '<h1>程序已关闭</h1><p>数据没有变化。再次打开程序，还会看到这里的选择。这一页可以关闭。</p>',
);

function page(body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>消安办工作台</title><style>${style}</style><script>${noForeignHelp}</script></head>
<body><main>
${body}
</main></body>
</html>`;
}

function count(number: number): string {
  return number.toLocaleString('zh-CN');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
