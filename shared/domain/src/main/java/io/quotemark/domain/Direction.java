package io.quotemark.domain;

public enum Direction {
  UP,
  DOWN,
  FLAT,
  HIGH,
  LOW,
  OUT,
  UNDER,
  ABOVE,
  BELOW
}
