/**
 * What runs a second and a third time under one of the two layers alone: whatever tests who sees what. What a rule decides is
 * the same under both, and scenarios walk through rules.
 */
export const seenByLayers = {
  include: [
    "src/matrix/{read-matrix,existence,oracles}.test.ts",
    "src/**/*-access.test.ts",
    "src/{callbacks,costs,departments,experts,indicators,keys,open311,opinions,people,places,projects,publications,warnings}/**/*.test.ts",
    "src/feed/feed.test.ts",
    "src/personal/{reveal,erase}.test.ts",
  ],
  exclude: ["**/scenario-*.test.ts", "**/node_modules/**"],
};
