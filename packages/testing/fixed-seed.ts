import fc from 'fast-check';

/** Property tests draw the same examples every time, so that a run says something about a change. `FC_SEED=7` draws others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
