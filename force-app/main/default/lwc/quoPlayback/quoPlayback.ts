/**
 * What sounds on this page. A module is loaded once for a page, whatever components import it, so its one player is how
 * a second recording stops the first, in another component too, and how a recording outlasts the row it was started in.
 */
import USER_ID from '@salesforce/user/Id';
import { viewedBy } from 'c/quoLinks';
import { loadHabits, saveHabits, SPEEDS } from './habits';
import { PagePlayer, type Playback } from './pagePlayer';
import { Watching } from './watching';

export { failureText } from './failureText';
export type { Failure, Playback, Span } from './pagePlayer';
export { SPEEDS, type Watching };

export const player = new PagePlayer({
    makeAudio: () => document.createElement('audio'),
    sourceOf: (address) => viewedBy(address, USER_ID),
    habits: { load: () => loadHabits(USER_ID), save: (habits) => saveHabits(USER_ID, habits) },
    page: document
});

/** @param tell is told at once, when both the address is known and the component stands on the page */
export function watchRecording(tell: (playback: Playback) => void): Watching {
    return new Watching(player, tell);
}
