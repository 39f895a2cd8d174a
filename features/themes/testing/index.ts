export { testFace } from './test-face.ts';
