import { expect, test } from 'vitest';
import { mapBox, multiply, numbersIn, parseTransform, union } from '../../src/render/geometry';
import { flattenPath, pointAt, polylineLength } from '../../src/render/pathGeometry';

const box = { left: 0, top: 0, right: 2, bottom: 1 };

test('transforms apply from right to left, as in SVG', () => {
  const map = parseTransform('translate(10, 20) scale(2)');
  expect(mapBox(map, box)).toEqual({ left: 10, top: 20, right: 14, bottom: 22 });
  expect(map).toEqual(multiply(parseTransform('translate(10,20)'), parseTransform('scale(2)')));
});

test('a rotation about a point leaves the point where it is', () => {
  const { left, right, top, bottom } = mapBox(parseTransform('rotate(90 1 1)'), {
    left: 1,
    top: 1,
    right: 1,
    bottom: 1,
  });
  for (const value of [left, right, top, bottom]) expect(value).toBeCloseTo(1, 12);
});

test('a quarter turn swaps width and height', () => {
  const turned = mapBox(parseTransform('rotate(-90)'), box);
  expect(turned.right - turned.left).toBeCloseTo(1, 12);
  expect(turned.bottom - turned.top).toBeCloseTo(2, 12);
});

test('an unknown transform is named', () => {
  expect(() => parseTransform('skewX(3)')).toThrow('cannot read the SVG transform skewX(3)');
});

test('the union of no boxes is none', () => {
  expect(union([])).toBeUndefined();
  expect(union([box, { left: -1, top: 0.5, right: 1, bottom: 3 }])).toEqual({
    left: -1,
    top: 0,
    right: 2,
    bottom: 3,
  });
});

test('numbers are read as SVG writes them', () => {
  expect(numbersIn('M1.5,-2L.5e1-3')).toEqual([1.5, -2, 5, -3]);
});

test('lengths of straight paths are exact, absolute and relative', () => {
  expect(polylineLength(flattenPath('M0,0L3,4H6V0'))).toBe(5 + 3 + 4);
  expect(polylineLength(flattenPath('m1,1l3,4h3v-4z'))).toBe(5 + 3 + 4 + 6);
});

test('the length of a curve is close to its integral', () => {
  // quarter circle by a cubic Bezier curve: pi/2
  const k = 0.5522847498;
  expect(polylineLength(flattenPath(`M1,0C1,${k} ${k},1 0,1`))).toBeCloseTo(Math.PI / 2, 2);
});

test('points along a path are found by their distance', () => {
  const points = flattenPath('M0,0H10V10');
  expect(pointAt(points, 4)).toEqual([4, 0]);
  expect(pointAt(points, 15)).toEqual([10, 5]);
  expect(pointAt(points, 99)).toEqual([10, 10]);
  expect(pointAt(points, -1)).toEqual([0, 0]);
});

test('an unknown path command is named', () => {
  expect(() => flattenPath('M0,0B1,1')).toThrow('cannot read the SVG path command B');
});
