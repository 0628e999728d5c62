import type { Page } from 'playwright-core';

/** What one sound of a page is doing. */
interface Sound {
    readonly paused: boolean;
    readonly currentTime: number;
    readonly playbackRate: number;
}

/**
 * Notes every sound that a page plays: players need not put theirs into the page, where a locator would find them.
 * Before the page is opened, or opened again.
 */
export async function noteSounds(page: Page): Promise<void> {
    await page.addInitScript(`{
        const play = HTMLMediaElement.prototype.play;
        globalThis.sounds = new Set();
        HTMLMediaElement.prototype.play = function () { globalThis.sounds.add(this); return play.call(this); };
    }`);
}

/** Every sound that was ever started on the page, in that order. */
export function soundsOf(page: Page): Promise<readonly Sound[]> {
    return page.evaluate<readonly Sound[]>(
        `[...globalThis.sounds].map(({ paused, currentTime, playbackRate }) => ({ paused, currentTime, playbackRate }))`
    );
}
