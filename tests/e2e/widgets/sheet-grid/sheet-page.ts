import type { CDPSession, Page } from 'playwright';
import type { Stage } from '../stage.ts';
import type { Recorded, SheetShape } from './harness.tsx';

/** One sheet after another in one window, with the gestures the tests speak in. */
export class SheetPage {
  readonly page: Page;
  private readonly problems: string[] = [];
  private readonly session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  static async open(stage: Stage): Promise<SheetPage> {
    const context = await stage.browser.newContext({
      viewport: { width: 1280, height: 720 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const sheet = new SheetPage(page, await context.newCDPSession(page));
    await page.goto(stage.url);
    return sheet;
  }

  /** A new sheet, scrolled to its beginning and with nothing recorded. */
  async begin(shape: Partial<SheetShape> = {}): Promise<void> {
    await this.page.evaluate((given) => window.beginSheet(given), {
      rows: 20,
      columns: 12,
      filled: false,
      readOnly: false,
      ...shape,
    });
    await this.page.getByRole('gridcell').first().waitFor();
  }

  /** What the browser complained of since the last call. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  /** A drawn cell, by zero-based row and column. */
  cell(row: number, column: number) {
    const index = `[aria-rowindex="${row + 4}"] td[aria-colindex="${column + 5}"]`;
    return this.page.locator(index);
  }

  async click(row: number, column: number, modifiers: 'Shift'[] = []): Promise<void> {
    await this.cell(row, column).click({ modifiers });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** What an input method does: it composes step by step and then puts in the chosen words, if any are chosen. */
  async compose(steps: readonly string[], chosen?: string): Promise<void> {
    for (const text of steps) {
      await this.session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    if (chosen !== undefined) await this.session.send('Input.insertText', { text: chosen });
  }

  async texts(top: number, left: number, rows: number, columns: number): Promise<string[][]> {
    const block: string[][] = [];
    for (let row = top; row < top + rows; row += 1) {
      const line: string[] = [];
      for (let column = left; column < left + columns; column += 1) {
        line.push((await this.cell(row, column).textContent()) ?? '');
      }
      block.push(line);
    }
    return block;
  }

  /** "active row, active column | first row, first column, last row, last column" by keys. */
  async told(): Promise<string> {
    return (await this.page.locator('#told').textContent()) ?? '';
  }

  recorded(): Promise<Recorded> {
    return this.page.evaluate(() => window.recorded);
  }

  readClipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async writeClipboard(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  /** The roles that assistive programs are told of. */
  async roles(): Promise<Set<string>> {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    return new Set(nodes.map((node) => String(node.role?.value)));
  }
}
