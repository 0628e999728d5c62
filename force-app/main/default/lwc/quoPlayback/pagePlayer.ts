import type { Habits } from './habits';

/**
 * Why a recording does not play in place: the org's content security policy forbids its address, the network broke off,
 * or its address gave no sound (not signed in, not permitted, gone).
 */
export type Failure = 'blocked' | 'interrupted' | 'refused';

/** A stretch of a recording, in seconds. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

/** What is known of one recording on this page, with how the user listens. */
export interface Playback extends Habits {
    /** Seconds. */
    readonly position: number;
    /** Seconds, as the file says; 0 until it did. */
    readonly length: number;
    readonly isPlaying: boolean;
    /** Asked to play, and not enough of it here yet. */
    readonly isWaiting: boolean;
    readonly failure?: Failure | undefined;
}

type Heard = Omit<Playback, keyof Habits>;
type Watcher = (playback: Playback) => void;

interface Effects {
    readonly makeAudio: () => HTMLAudioElement;
    /** What is asked for, to hear what is known by that address. */
    readonly sourceOf: (address: string) => string;
    readonly habits: { load(): Habits; save(habits: Habits): void };
    /** Where the browser tells of what the content security policy refused. */
    readonly page: Pick<Document, 'addEventListener'>;
}

const UNHEARD: Heard = { position: 0, length: 0, isPlaying: false, isWaiting: false };
/** `MediaError.MEDIA_ERR_NETWORK`: what had begun to come broke off. */
const NETWORK = 2;
/** A jump over what is left of a silence must be worth the crackle. */
const SHORTEST_JUMP = 0.25;

function originOf(address: string): string | undefined {
    try {
        return new URL(address).origin;
    } catch {
        return undefined;
    }
}

/** Plays one recording at a time, known by its address, and tells whoever watches that address. */
export class PagePlayer {
    private readonly effects: Effects;
    private readonly heard = new Map<string, Heard>();
    private readonly watchers = new Map<string, Set<Watcher>>();
    private readonly silences = new Map<string, readonly Span[]>();
    private readonly blockedOrigins = new Set<string | undefined>();
    private habits?: Habits;
    private sound?: { readonly address: string; readonly audio: HTMLAudioElement };

    constructor(effects: Effects) {
        this.effects = effects;
        effects.page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
            if (effectiveDirective === 'media-src') this.onBlocked(blockedURI);
        });
    }

    /**
     * Tells at once, and then of every change. A recording that nobody watches any more stops, and keeps its position.
     *
     * @returns ends the watching
     */
    watch(address: string, watcher: Watcher): () => void {
        const watchers = this.watchers.get(address) ?? new Set();
        this.watchers.set(address, watchers.add(watcher));
        watcher(this.playbackOf(address));
        return () => {
            watchers.delete(watcher);
            // In one redraw a row's own button gives way to the player of its details: only then is it known who stays.
            Promise.resolve().then(() => {
                if (watchers.size === 0) this.pause(address);
            });
        };
    }

    /** @param from seconds; default: where it was left */
    async play(address: string, from?: number): Promise<void> {
        if (from !== undefined) this.seek(address, from);
        const audio = this.sound?.address === address ? this.sound.audio : this.begin(address);
        audio.playbackRate = this.currentHabits.speed;
        this.change(address, { isWaiting: true, failure: undefined });
        try {
            await audio.play();
        } catch (reason) {
            // A pause that overtakes the start is no failure.
            if ((reason as Error).name !== 'AbortError') this.onError(audio);
        }
        if (this.sound?.audio === audio) this.change(address, { isWaiting: false });
    }

    pause(address: string): void {
        if (this.sound?.address === address) this.sound.audio.pause();
    }

    /** @param to seconds, kept inside what is known of the recording */
    seek(address: string, to: number): void {
        const { length } = this.heard.get(address) ?? UNHEARD;
        const position = Math.min(Math.max(0, to), length || Number.MAX_SAFE_INTEGER);
        if (this.sound?.address === address) this.sound.audio.currentTime = position;
        this.change(address, { position });
    }

    setSpeed(speed: number): void {
        this.setHabits({ ...this.currentHabits, speed });
        if (this.sound) this.sound.audio.playbackRate = speed;
    }

    setSkipsSilence(skipsSilence: boolean): void {
        this.setHabits({ ...this.currentHabits, skipsSilence });
    }

    /** What may be skipped of a recording. */
    setSilences(address: string, silences: readonly Span[]): void {
        this.silences.set(address, silences);
    }

    /** After a sign-in in another window, the same address may play. */
    forgetFailure(address: string): void {
        if (this.sound?.address === address) this.sound = undefined;
        this.change(address, { failure: undefined });
    }

    private get currentHabits(): Habits {
        return (this.habits ??= this.effects.habits.load());
    }

    private setHabits(habits: Habits): void {
        this.habits = habits;
        this.effects.habits.save(habits);
        for (const address of this.watchers.keys()) this.change(address, {});
    }

    private playbackOf(address: string): Playback {
        return { ...(this.heard.get(address) ?? UNHEARD), ...this.currentHabits };
    }

    private change(address: string, changed: Partial<Heard>): void {
        this.heard.set(address, { ...(this.heard.get(address) ?? UNHEARD), ...changed });
        const playback = this.playbackOf(address);
        this.watchers.get(address)?.forEach((watcher) => watcher(playback));
    }

    /** Each recording has an element of its own: what the last one's still tells is never taken for this one's. */
    private begin(address: string): HTMLAudioElement {
        if (this.sound) {
            this.sound.audio.pause();
            this.change(this.sound.address, { isPlaying: false, isWaiting: false });
        }
        const audio = this.effects.makeAudio();
        this.sound = { address, audio };
        audio.preload = 'none';
        audio.src = this.effects.sourceOf(address);
        const { position } = this.heard.get(address) ?? UNHEARD;
        // Before anything has come, this is where it will begin.
        // https://html.spec.whatwg.org/multipage/media.html#default-playback-start-position
        if (position > 0) audio.currentTime = position;
        this.listenTo(address, audio);
        return audio;
    }

    private listenTo(address: string, audio: HTMLAudioElement): void {
        const on = (name: string, changed: () => Partial<Heard>): void =>
            audio.addEventListener(name, () => {
                if (this.sound?.audio === audio) this.change(address, changed());
            });
        on('timeupdate', () => ({ position: this.pastSilence(address, audio) }));
        on('durationchange', () => ({ length: Number.isFinite(audio.duration) ? audio.duration : 0 }));
        on('play', () => ({ isPlaying: true }));
        on('waiting', () => ({ isWaiting: true }));
        on('playing', () => ({ isWaiting: false }));
        on('pause', () => ({ isPlaying: false, isWaiting: false }));
        // Played again, it begins again.
        on('ended', () => ({ position: 0, isPlaying: false, isWaiting: false }));
        audio.addEventListener('error', () => this.onError(audio));
    }

    /** Where the recording stands, after a jump over the silence that it stood in. */
    private pastSilence(address: string, audio: HTMLAudioElement): number {
        const { currentTime } = audio;
        const silence = (this.silences.get(address) ?? []).find(
            ({ start, end }) => currentTime >= start && currentTime < end - SHORTEST_JUMP
        );
        if (!this.currentHabits.skipsSilence || audio.paused || !silence) return currentTime;
        audio.currentTime = silence.end;
        return silence.end;
    }

    private onError(audio: HTMLAudioElement): void {
        if (this.sound?.audio !== audio) return;
        const { address } = this.sound;
        const failure = this.blockedOrigins.has(originOf(address))
            ? 'blocked'
            : audio.error?.code === NETWORK
              ? 'interrupted'
              : 'refused';
        this.sound = undefined;
        this.change(address, { isPlaying: false, isWaiting: false, failure });
    }

    /** It may come before the element's own error, or after it. */
    private onBlocked(blockedURI: string): void {
        const origin = originOf(blockedURI);
        this.blockedOrigins.add(origin);
        for (const [address, { failure }] of this.heard)
            if (failure === 'refused' && originOf(address) === origin) this.change(address, { failure: 'blocked' });
    }
}
