"""Helpers of the tests of the check; measuring it is `dokuhelfer.evaluation`."""
