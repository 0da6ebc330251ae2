"""What keeps a habit alive: lights behind a level, and what fits into minutes."""
