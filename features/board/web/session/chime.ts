/** Two soft notes, a fourth apart: noticed in a room, not startling. */
const NOTES = [
  { hertz: 659.3, at: 0 },
  { hertz: 880, at: 0.28 },
] as const;
const LOUDNESS = 0.16;
const SECONDS = 1.4;

let sound: AudioContext | null = null;

/** A browser lets a page sound only after somebody has touched it: call this on a touch. */
export function allowChime(): void {
  sound ??= new AudioContext();
  if (sound.state === 'suspended') void sound.resume();
}

/** Sounds once, and never holds anything up; silent as long as nobody has touched the page. */
export function chime(): void {
  if (sound === null || sound.state !== 'running') return;
  for (const { hertz, at } of NOTES) {
    const start = sound.currentTime + at;
    const note = sound.createOscillator();
    const volume = sound.createGain();
    note.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.04);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS);
    note.connect(volume).connect(sound.destination);
    note.start(start);
    note.stop(start + SECONDS);
  }
}
