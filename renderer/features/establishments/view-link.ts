import { type EstablishmentView, establishmentViews } from '#shared/contract/establishments.ts';
import { handOver } from '#renderer/app/handed-over.ts';

export const LIST = 'establishments';
const VIEW = 'view';

/** For a link to a kind of bodies, so that a number opens those that it counts. */
export function viewState(view: EstablishmentView): ReturnType<typeof handOver> {
  return handOver(LIST, new URLSearchParams({ [VIEW]: view }));
}

/** What is no view today asks for all. */
export function viewOf(params: URLSearchParams): EstablishmentView {
  return establishmentViews.find((each) => each === params.get(VIEW)) ?? 'all';
}
