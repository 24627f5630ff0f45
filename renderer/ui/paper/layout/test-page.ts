import { LINES_PER_PAGE } from '#shared/rules/papers/lines-per-page.ts';
import { element } from './element.ts';
import { PageFlow } from './page-flow.ts';

/** A page to check a printer with: a frame where the text block lies, and rules of 156 and 225 mm. */
export function testPage(): HTMLElement {
  const stage = element('div', ['stage']);
  const { element: page, block } = new PageFlow(stage, LINES_PER_PAGE).page;
  block.append(
    element('div', ['testFrame']),
    element('p', ['center', 'blankLine'], '打印测试页'),
    element('div', ['testRule']),
    element('p', ['center'], '上面这条线长 156 毫米'),
    ...advice.map((line) => element('p', ['paragraph'], line)),
  );
  return page;
}

const advice = [
  '请用尺量一量：线长 156 毫米，方框高 225 毫米，方框左边距纸边 28 毫米，上边距纸边 37 毫米，误差都不超过 1 毫米，就可以打印公文。',
  '线短于 156 毫米：打印窗口里的缩放不是 100%，或打印机设置了“适合纸张大小”，请改为“实际大小”。',
  '方框偏上、偏左或上下有网址、日期：请把边距设为“无”，不勾选“页眉和页脚”。',
  '方框整体偏移但尺寸正确：请调整打印机的进纸挡板，或在打印机属性里校正位置。',
];
