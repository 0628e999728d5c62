/** `45 s`, `2 min 5 s`, `1 h 2 min`: the same in French and in English. Seconds are left out from an hour on. */
export function durationText(seconds: number): string {
    const whole = Math.max(0, Math.round(seconds));
    const h = Math.floor(whole / 3_600);
    const min = Math.floor((whole % 3_600) / 60);
    const s = h > 0 ? 0 : whole % 60;
    const units: readonly (readonly [number, string])[] = [
        [h, 'h'],
        [min, 'min'],
        [s, 's']
    ];
    const shown = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
    return shown.length > 0 ? shown.join(' ') : '0 s';
}
