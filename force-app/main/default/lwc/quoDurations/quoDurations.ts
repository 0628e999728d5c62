/** Lengths of time in words. */
import { fillLabel, timeline as labels } from 'c/quoLabels';

/** `125` → `2 min 5 s`; nothing for a call without a length. */
export function durationText(seconds: number | undefined): string {
    if (!seconds) return '';
    const [hours, minutes, rest] = [
        Math.floor(seconds / 3600),
        Math.floor(seconds / 60) % 60,
        Math.round(seconds % 60)
    ];
    if (hours) return fillLabel(labels.durationHours, hours, minutes);
    return minutes ? fillLabel(labels.durationMinutes, minutes, rest) : fillLabel(labels.durationSeconds, rest);
}

/** `125` → `2:05`, `3725` → `1:02:05`: how players write a position. */
export function formatPosition(seconds: number): string {
    const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
    const rest = String(whole % 60).padStart(2, '0');
    const minutes = Math.floor(whole / 60);
    return minutes < 60
        ? `${minutes}:${rest}`
        : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
