import type { boardPart } from '#features/board/domain';
import type { SaidByKey } from '#packages/feature/web';

/** Steps of a session, and who checked in: they change nothing that hangs on the board. */
type Untold =
  | `checkIn.${string}`
  | `session.${'next' | 'back' | 'goTo' | 'addMinute' | 'pause' | 'resume' | 'reveal'}`;
type Told = Exclude<keyof (typeof boardPart)['commands'], Untold>;

const nl: Record<Told, string> = {
  'board.movePart': 'heeft een onderdeel van het bord verplaatst',
  'board.hidePart': 'heeft een onderdeel getoond of verborgen',
  'board.renamePart': 'heeft een onderdeel een andere naam gegeven',
  'board.arrange': 'heeft het bord opnieuw ingericht',
  'board.settings': 'heeft de instellingen van de bordsessie aangepast',
  'session.start': 'heeft een bordsessie gestart',
  'session.cancel': 'heeft een begonnen bordsessie teruggenomen',
  'session.takeOver': 'heeft de leiding van de bordsessie overgenomen',
  'session.close': 'heeft een bordsessie afgesloten',
  'session.closeForgotten': 'heeft een vergeten bordsessie afgesloten',
  'success.add': 'heeft een succes toegevoegd',
  'success.edit': 'heeft een succes aangepast',
  'success.cheer': 'heeft een succes toegejuicht',
  'success.remove': 'heeft een succes weggehaald',
  'success.restore': 'heeft een succes teruggezet',
  'parked.add': 'heeft iets geparkeerd',
  'parked.edit': 'heeft iets geparkeerds aangepast',
  'parked.settle': 'heeft iets geparkeerds afgehandeld',
  'parked.unsettle': 'heeft iets geparkeerds weer opengezet',
  'parked.remove': 'heeft iets geparkeerds weggehaald',
  'parked.restore': 'heeft iets geparkeerds teruggezet',
  'inspiration.add': 'heeft iets aan de inspiratiekant toegevoegd',
  'inspiration.edit': 'heeft iets op de inspiratiekant aangepast',
  'inspiration.move': 'heeft iets op de inspiratiekant verplaatst',
  'inspiration.remove': 'heeft iets van de inspiratiekant gehaald',
  'inspiration.restore': 'heeft iets op de inspiratiekant teruggezet',
};

const en: Record<Told, string> = {
  'board.movePart': 'moved a part of the board',
  'board.hidePart': 'showed or hid a part',
  'board.renamePart': 'gave a part another name',
  'board.arrange': 'arranged the board anew',
  'board.settings': 'changed the settings of the board session',
  'session.start': 'started a board session',
  'session.cancel': 'took back a board session that had begun',
  'session.takeOver': 'took over as leader of the board session',
  'session.close': 'closed a board session',
  'session.closeForgotten': 'closed a forgotten board session',
  'success.add': 'added a success',
  'success.edit': 'changed a success',
  'success.cheer': 'cheered a success',
  'success.remove': 'removed a success',
  'success.restore': 'put a success back',
  'parked.add': 'parked something',
  'parked.edit': 'changed something parked',
  'parked.settle': 'settled something parked',
  'parked.unsettle': 'opened something parked again',
  'parked.remove': 'removed something parked',
  'parked.restore': 'put something parked back',
  'inspiration.add': 'added something to the inspiration side',
  'inspiration.edit': 'changed something on the inspiration side',
  'inspiration.move': 'moved something on the inspiration side',
  'inspiration.remove': 'took something off the inspiration side',
  'inspiration.restore': 'put something back on the inspiration side',
};

/** What somebody did, after their name. */
export const deeds: SaidByKey = { nl, en };
