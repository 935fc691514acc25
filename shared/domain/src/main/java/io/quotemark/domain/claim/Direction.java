package io.quotemark.domain.claim;

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
