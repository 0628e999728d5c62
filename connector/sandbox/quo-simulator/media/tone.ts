const RATE = 8_000; // samples a second, one byte each: what a telephone carries
const HEADER = 44;
const LONGEST_SECONDS = 900;

/** A WAV file (8 kHz, 8 bits, mono) of that many seconds: a soft tone that breathes, so that a player shows it moving. */
export function toneWav(seconds: number): Buffer {
    const samples = Math.min(seconds, LONGEST_SECONDS) * RATE;
    const wav = Buffer.alloc(HEADER + samples);
    wav.write('RIFF', 0, 'ascii');
    wav.writeUInt32LE(HEADER - 8 + samples, 4);
    wav.write('WAVEfmt ', 8, 'ascii');
    wav.writeUInt32LE(16, 16);
    wav.writeUInt16LE(1, 20); // PCM
    wav.writeUInt16LE(1, 22); // mono
    wav.writeUInt32LE(RATE, 24);
    wav.writeUInt32LE(RATE, 28);
    wav.writeUInt16LE(1, 32);
    wav.writeUInt16LE(8, 34);
    wav.write('data', 36, 'ascii');
    wav.writeUInt32LE(samples, 40);
    // One second of tone, repeated: its waves fit whole seconds.
    const second = Buffer.alloc(RATE);
    for (let i = 0; i < RATE; i++) {
        const breath = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / RATE);
        second[i] = 128 + Math.round(48 * breath * Math.sin((2 * Math.PI * 330 * i) / RATE));
    }
    for (let at = HEADER; at < wav.length; at += RATE) second.copy(wav, at);
    return wav;
}
