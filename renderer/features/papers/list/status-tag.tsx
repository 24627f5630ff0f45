import { type PaperStatus, paperStatusNames } from '#shared/rules/papers/steps.ts';
import { type Light, LightTag } from '#renderer/ui/light-tag.tsx';

const lights: Readonly<Record<PaperStatus, Light>> = {
  draft: 'plain',
  review: 'yellow',
  signing: 'yellow',
  signed: 'yellow',
  issued: 'green',
  void: 'red',
};

export function StatusTag({ status }: { status: PaperStatus }) {
  return <LightTag light={lights[status]} word={paperStatusNames[status]} />;
}
