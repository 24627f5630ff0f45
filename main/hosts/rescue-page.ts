import { createHash } from 'node:crypto';
import type { Rescue } from '../core/backups/rescue.ts';
import { formatInstant } from '../core/store/format-instant.ts';

/** What the clerk decides in front of damaged data. */
export type RescueChoice = 'takeBackup' | 'end';

const style = `body{margin:0;background:#f5f5f5;color:#1f1f1f;font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
main{max-width:680px;margin:8vh auto;padding:28px 40px;background:#fff;border-top:4px solid #b3261e;box-shadow:0 2px 8px rgba(0,0,0,.08)}
h1{margin:0 0 8px;font-size:24px;color:#b3261e}
h2{margin:20px 0 4px;font-size:17px}
p,li{overflow-wrap:anywhere}
ul{margin:0;padding-left:1.4em}
form{display:inline-block;margin:20px 12px 0 0}
button{padding:8px 20px;border:1px solid #bbb;border-radius:4px;background:#fff;font:inherit;cursor:pointer}
.take{border-color:#b3261e;background:#b3261e;color:#fff}`;

/** Nothing but this page's own style and its two forms. */
export const rescueHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  // With no-referrer a form would be sent without an origin, which the guard wants to see.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** What happened, what has been kept, and what can be done. */
export function rescuePage(problem: string, { aside, workbook, salvagedRows, backup }: Rescue): string {
  const offer =
    backup === null
      ? '<p>数据文件夹里没有完好的备份。如果 U 盘或网络文件夹里有备份，请联系维护人员，用那里的备份恢复。</p>'
      : `<p>最近一份完好的备份是 <b>${escape(formatInstant(backup.found.madeAt))}</b> 做的，有 ${backup.rows.toLocaleString('zh-CN')} 条数据，已经核对过。
在那以后录入的内容不在里面，请对照读出来的表格补录。</p>
<form method="post" action="/take"><button class="take">恢复这份备份，打开程序</button></form>`;
  const readable =
    workbook === null
      ? '<li>损坏的文件里读不出内容。</li>'
      : `<li>读得出来的 ${salvagedRows.toLocaleString('zh-CN')} 行已导出成 Excel 表格：${escape(workbook)}</li>`;
  return page(`<h1>数据文件损坏了</h1>
<p>${escape(problem)}</p>
<h2>已经做好的事</h2>
<ul>
<li>没有删除任何东西。损坏的文件原样复制到：${escape(aside)}</li>
${readable}
</ul>
<h2>接下来</h2>
${offer}
<form method="post" action="/end"><button>先不恢复，关闭程序</button></form>`);
}

/** After the choice: this page has no more to say. */
export function waitPage(choice: RescueChoice): string {
  return choice === 'takeBackup'
    ? page(
        '<h1>正在恢复</h1><p>恢复好以后，程序会打开新的窗口（或在启动它的窗口里给出新的网址）。这一页可以关闭。</p>',
      )
    : page('<h1>程序已关闭</h1><p>数据没有变化。再次打开程序，还会看到这里的选择。这一页可以关闭。</p>');
}

function page(body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>消安办工作台</title><style>${style}</style></head>
<body><main>
${body}
</main></body>
</html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
