/** How the user likes to listen, kept in this browser: a speed and a switch, nothing about any recording. */
export interface Habits {
    readonly speed: number;
    readonly skipsSilence: boolean;
}

export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 2];
const NO_HABITS: Habits = { speed: 1, skipsSilence: false };

const storageKey = (userId: string) => `quo.listening.${userId}`;

/** Anything that an earlier version or another hand left there falls back to what everybody begins with. */
function parseHabits(text: string | null): Habits {
    const seen: unknown = JSON.parse(text ?? '{}');
    if (typeof seen !== 'object' || seen === null) return NO_HABITS;
    const { speed, skipsSilence } = seen as Record<string, unknown>;
    return { speed: SPEEDS.find((one) => one === speed) ?? NO_HABITS.speed, skipsSilence: skipsSilence === true };
}

export function loadHabits(userId: string): Habits {
    try {
        return parseHabits(window.localStorage.getItem(storageKey(userId)));
    } catch {
        // Storage can be switched off in the browser: then nothing is remembered, and nothing breaks.
        return NO_HABITS;
    }
}

export function saveHabits(userId: string, habits: Habits): void {
    try {
        window.localStorage.setItem(storageKey(userId), JSON.stringify(habits));
    } catch {
        // As above.
    }
}
