import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { bodyLimits } from '#shared/rules/papers/limits.ts';
import { dragBorder } from './border-drag.ts';
import { lookOf } from './commands.ts';

/** A table on the page: its caption to type in, its cells, and borders that can be dragged. */
export class TableView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('tbody');
  private readonly caption = document.createElement('input');
  private readonly badge = document.createElement('span');
  private readonly columns = document.createElement('colgroup');
  private readonly grips = document.createElement('div');
  private node: Node;
  private readonly view: EditorView;
  private readonly position: () => number | undefined;

  constructor(node: Node, view: EditorView, position: () => number | undefined) {
    this.node = node;
    this.view = view;
    this.position = position;
    this.dom.dataset['table'] = '';
    const table = document.createElement('table');
    table.append(this.columns, this.contentDOM);
    const frame = document.createElement('div');
    frame.dataset['frame'] = '';
    this.grips.contentEditable = 'false';
    frame.append(table, this.grips);
    this.dom.append(this.buildHead(), frame);
    this.draw();
  }

  private buildHead(): HTMLElement {
    const head = document.createElement('div');
    head.contentEditable = 'false';
    head.dataset['head'] = '';
    this.caption.maxLength = bodyLimits.caption;
    this.caption.placeholder = '表名（可不填）';
    this.caption.addEventListener('focus', () => {
      this.caption.readOnly = !this.view.editable;
    });
    this.caption.setAttribute('aria-label', '表名');
    this.caption.addEventListener('input', () => this.setAttribute('caption', this.caption.value));
    this.caption.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.view.focus();
    });
    this.badge.textContent = '横向页';
    head.append(this.caption, this.badge);
    return head;
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.draw();
    return true;
  }

  /** The caption and the grips are not the editor's text. */
  stopEvent(event: Event): boolean {
    const { target } = event;
    return target instanceof globalThis.Node && !this.contentDOM.contains(target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private draw(): void {
    const { caption, columns, headRows, landscape } = lookOf(this.node);
    if (document.activeElement !== this.caption) this.caption.value = caption;
    this.badge.hidden = !landscape;
    this.contentDOM.dataset['headRows'] = String(headRows);
    this.drawColumns(columns);
    this.drawGrips(columns);
  }

  private drawColumns(shares: readonly number[]): void {
    const sum = shares.reduce((total, share) => total + share, 0);
    const elements = shares.map((share) => {
      const column = document.createElement('col');
      column.style.width = `${(share / sum) * 100}%`;
      return column;
    });
    this.columns.replaceChildren(...elements);
  }

  private drawGrips(shares: readonly number[]): void {
    const sum = shares.reduce((total, share) => total + share, 0);
    let before = 0;
    const grips = shares.slice(0, -1).map((share, index) => {
      before += share;
      const grip = document.createElement('div');
      grip.dataset['grip'] = '';
      grip.style.left = `${(before / sum) * 100}%`;
      grip.addEventListener('pointerdown', (event) => {
        const width = this.grips.parentElement?.clientWidth ?? 0;
        dragBorder(event, { shares, index, width, show: (next) => this.drawColumns(next) }, (next) =>
          this.setAttribute('columns', next),
        );
      });
      return grip;
    });
    this.grips.replaceChildren(...grips);
  }

  private setAttribute(name: 'caption' | 'columns', value: unknown): void {
    const position = this.position();
    if (position === undefined || !this.view.editable) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, name, value));
  }
}
